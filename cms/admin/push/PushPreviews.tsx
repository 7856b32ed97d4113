import type { PushPreview } from '../../push/previews.ts';

/** A page that can do nothing: no scripts, no forms, no address of its own choice. */
const Shown = ({ preview }: { preview: PushPreview }) =>
  preview.kind === 'page' ? (
    <>
      {preview.lead !== null && <p className="cx-quiet">摘要：{preview.lead || '（没有）'}</p>}
      <iframe
        className="cx-push__frame"
        sandbox="allow-same-origin"
        srcDoc={preview.html}
        title={`${preview.name}上的样子`}
      />
    </>
  ) : (
    <div className="cx-push__post">
      <p>
        <b>{preview.account}</b>
      </p>
      <p>{preview.text}</p>
      {preview.shortened && <p className="cx-red">太长，末尾截去了。</p>}
      {preview.pictureUrl ? <img alt="" src={preview.pictureUrl} /> : <p className="cx-quiet">没有题图，只发文字。</p>}
    </div>
  );

/** The push as each chosen channel will show it, one below the other. */
export const PushPreviews = ({ previews }: { previews: readonly PushPreview[] }) => (
  <section aria-labelledby="cx-push-previews" className="cx-push__previews">
    <h2 id="cx-push-previews">到时的样子</h2>
    {previews.length === 0 && <p className="cx-quiet">选了微信、微博或报纸，这里就能看到样子。</p>}
    {previews.map((preview) => (
      <section aria-label={preview.name} key={preview.channel}>
        <h3>{preview.name}</h3>
        <Shown preview={preview} />
      </section>
    ))}
  </section>
);
