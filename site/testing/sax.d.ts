declare module 'sax' {
  export interface Tag {
    name: string;
    attributes: Record<string, string>;
  }
  export interface Parser {
    onerror: (error: Error) => void;
    onopentag: (tag: Tag) => void;
    onclosetag: (name: string) => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    write(source: string): Parser;
    close(): Parser;
  }
  /** @param strict whether what XML forbids is an error */
  export function parser(strict: boolean, options?: { strictEntities?: boolean; position?: boolean }): Parser;
}
