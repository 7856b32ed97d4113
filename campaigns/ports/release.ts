/** One picture of a release, as channels see it. Bytes come from the `Assets` port. */
export interface ReleaseImage {
  id: string;
  /** What is seen, for those who cannot see it. Never empty. */
  alt: string;
  caption: string | null;
  fileName: string;
  mime: string;
  width: number;
  height: number;
  /** Made with AI and must say so wherever it is shown (标识办法 2025). */
  aigc?: boolean;
}

/** One passage that was wrong; `date` is the civil day (Asia/Shanghai) of the correction. */
interface ReleaseCorrection {
  date: string;
  was: string;
  now: string;
  note: string;
}

/**
 * What was approved, and therefore exactly what goes out: an immutable copy made at 终审签发.
 * Channels get this and nothing else; they never see the working draft.
 */
export interface Release {
  id: string;
  storyId: string;
  /** The story's public number: its page is `/s/<serial>`. */
  serial: number;
  /** 1 for the first release of a story, then 2, 3 … */
  version: number;
  /** sha256 (hex) over the canonical JSON of the approved content. */
  hash: string;
  kind: string;
  column: string;
  title: string;
  summary: string;
  author: string;
  /** 来源, e.g. “诚信广元编辑部（示例）”. */
  source: string;
  /**
   * The whole rendition as clean story HTML: facts of its kind, body, anonymity line, corrections; pictures are
   * `<img data-media="ID" alt="…">` without a src.
   */
  html: string;
  /** The same as plain text, paragraphs separated by a blank line. */
  text: string;
  cover: ReleaseImage | null;
  images: ReleaseImage[];
  /** Before this instant (ISO 8601 with zone) newspapers may not print it; null or absent: at once. */
  embargo?: string | null;
  /** What has been corrected since or in it, oldest first; already part of `html` and `text`. Absent: nothing. */
  corrections?: readonly ReleaseCorrection[];
  /** How many corrections are on their way and not agreed to yet: that alone is said of them. Absent: none. */
  correcting?: number;
  /** Whom a warning case names; pushes may not show these names in front (G20). Absent: nobody. */
  named?: readonly string[];
  /** The signer's name and the instant (ISO 8601 with zone) of 终审签发. */
  signedBy: string;
  signedAt: string;
  /** How it was reviewed, as one sentence; absent where nothing was (previews): then nothing is said of it. */
  reviewNote?: string;
}
