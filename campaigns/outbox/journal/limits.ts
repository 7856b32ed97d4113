const second = 1000;
const hour = 3600 * second;

/** Durations in milliseconds of the injected clock. */
export interface Limits {
  /** How long a claim holds without renewal. */
  leaseMs: number;
  /** How long past its lease an attempt on another host is left alone: allows for clocks that differ a little. */
  graceMs: number;
  /** The same for an attempt whose process is alive on this host: it may be slow, but it will finish by itself. */
  aliveGraceMs: number;
  /** After so many sends without success a person must look. */
  maxSends: number;
  /** Sends that ended in a crash are counted apart: a machine that is restarted often is not the platform's refusal. */
  maxCrashes: number;
  /** How long an unknown outcome is looked for before a person must look; time that nobody was looking does not count. */
  unknownForMs: number;
  /** How long a platform may sit on something it has accepted. */
  sentForMs: number;
  /** An attempt that takes longer is given up as unknown; real milliseconds. */
  deadlineMs: number;
}

export const defaultLimits: Limits = {
  leaseMs: 30 * second,
  graceMs: 5 * second,
  aliveGraceMs: hour,
  maxSends: 10,
  maxCrashes: 30,
  unknownForMs: 24 * hour,
  sentForMs: 7 * 24 * hour,
  deadlineMs: 300 * second,
};
