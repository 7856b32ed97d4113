import { Parser, type Handler } from 'htmlparser2';
import { Unreadable } from './unreadable.ts';

/** Office programs nest some dozens deep; the parser's cost grows with the square of the depth. */
const deepest = 400;

/** Reads one XML part of a file. @throws Unreadable when its elements are nested too deep */
export function parseXml(xml: string, handler: Partial<Handler>): void {
  let depth = 0;
  const parser = new Parser(
    {
      ...handler,
      onopentag(name, attributes, isImplied) {
        if ((depth += 1) > deepest) throw new Unreadable('nested');
        handler.onopentag?.(name, attributes, isImplied);
      },
      onclosetag(name, isImplied) {
        depth -= 1;
        handler.onclosetag?.(name, isImplied);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}

/** @throws Unreadable when markup is nested deeper than any page or document that people write */
export function mustBeShallow(markup: string, xmlMode: boolean, most = deepest): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentagname: () => {
        if ((depth += 1) > most) throw new Unreadable('nested');
      },
      onclosetag: () => {
        depth -= 1;
      },
    },
    { xmlMode },
  );
  parser.end(markup);
}
