import './paste.css';

/** What pasting left out or changed, over the text until the writer has read it. */
export const PasteNotes = ({ notes, onRead }: { notes: readonly string[]; onRead: () => void }) =>
  notes.length > 0 && (
    <div className="cx-paste-notes" role="status">
      <p>刚才粘贴的内容，有的没有照原样带入：</p>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <button onClick={onRead} type="button">
        知道了
      </button>
    </div>
  );
