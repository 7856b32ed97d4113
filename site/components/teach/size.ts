/** “82 KB”, “4.1 MB”. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** “教案.docx” → name and format. */
export function splitName(file: string): { name: string; format: string } {
  const [, name = file, format = ''] = /^(.+)\.([A-Za-z0-9]{1,5})$/.exec(file) ?? [];
  return { name, format: format.toUpperCase() };
}
