import type { CopyLine } from '../story/copy-state.ts';
import type { Correction } from '../story/facts.ts';

/** A lesson that schools may pull. */
export interface Material {
  serial: number;
  path: string;
  title: string;
  summary: string;
  /** 学段: 小学低年级 / 小学高年级 / 初中 / 高中 / 中职 / 高校 / 成人 */
  stage: string;
  /** 主题: 考试诚信 / 助学贷款 … */
  theme: string;
  subject: string;
  /** Minutes. */
  duration: number;
  licence: string;
  licenceUrl: string | null;
  author: string;
  source: string;
  corrections: Correction[];
  /** One sentence while a correction waits for a second person; absent: none does. */
  correcting?: string;
  /** How far the copies on channels are put right; empty without a correction. */
  copies: CopyLine[];
  publishedAt: string;
  /** Latest sign-off or correction. */
  updatedAt: string;
  version: number;
  hash: string;
  html: string;
  zip: { path: string; bytes: number; sha256: string };
  files: { name: string; bytes: number; sha256: string }[];
}

export interface MaterialFilter {
  stage?: string[];
  theme?: string[];
  page?: number;
  size?: number;
}

/** `GET /api/materials.json`; `deleted` lets a school remove what was withdrawn. */
export interface MaterialFeed {
  generatedAt: string;
  items: Omit<Material, 'html'>[];
  deleted: { serial: number; path: string; deletedAt: string }[];
}
