import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { openDoor } from '../../cms/read/door.ts';
import type { Reader } from '../../cms/read/reader.ts';

/** A component as Astro's container calls it. */
type Component = Parameters<AstroContainer['renderToResponse']>[0];
/** What a component is given first: it makes the `Astro` of each component below it. */
interface Result {
  createAstro: (...given: unknown[]) => object;
}

export interface Rendered {
  status: number;
  html: string;
  /** What the page told the snapshot that it shows; false: it may not be kept; null: it said nothing, as parts of pages do. */
  tags: string[] | false | null;
}

/**
 * Renders one component or page by itself, without a build and without a server.
 * @param path below `site/`, e.g. `components/Pagination.astro`, `pages/s/[serial].astro`
 */
export async function render(
  path: string,
  {
    params = {},
    props = {},
    reader,
    url = '/',
  }: { params?: Record<string, string>; props?: Record<string, unknown>; reader?: Reader; url?: string } = {},
): Promise<Rendered> {
  if (reader) openDoor(reader);
  let tags: Rendered['tags'] = null;
  /** Part of the server, which is not here: pages tell it what they show. */
  const cache = { set: (told: { tags: string[] } | false) => void (tags = told && [...(tags || []), ...told.tags]) };
  const { default: component } = (await import(/* @vite-ignore */ `../${path}`)) as { default: Component };
  const withCache = (result: Result, ...rest: [props: unknown, slots: unknown]) => {
    const { createAstro } = result;
    result.createAstro = (...given) => Object.defineProperty(createAstro(...given), 'cache', { value: cache });
    return component(result, ...rest);
  };
  const container = await AstroContainer.create();
  const response = await container.renderToResponse(Object.assign(withCache, component), {
    params,
    props,
    request: new Request(new URL(url, 'https://chengxin.example')),
    partial: !path.startsWith('pages/'),
  });
  return { status: response.status, html: await response.text(), tags };
}
