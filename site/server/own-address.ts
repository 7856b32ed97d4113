const below = /^\/(?:s|teach)\/(\d+)(?:[/.?]|$)/;

/** Is this an address at which nothing but one story or lesson is found: its page, its print pack, its ZIP? */
export const ownAddress = (serial: number, path: string): boolean => Number(below.exec(path)?.[1]) === serial;
