export type ImageType = 'jpeg' | 'png' | 'gif' | 'bmp';

const signatures: [ImageType, number[]][] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['bmp', [0x42, 0x4d]],
];

/** What the bytes really are, whatever the file name says; null when it is none of the four. */
export function imageType(bytes: Uint8Array): ImageType | null {
  return signatures.find(([, head]) => head.every((byte, i) => bytes[i] === byte))?.[0] ?? null;
}

/** File extension without the dot. */
export const extensionOf = (type: ImageType): string => (type === 'jpeg' ? 'jpg' : type);
