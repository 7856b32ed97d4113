/** One set of communities or villages that gets 打印包, as `content/channels/<id>.yaml` states it. */
export interface CommunityConfig {
  id: string;
  name: string;
  /** Name at the head of posters, e.g. “诚信广元”. */
  masthead: string;
  /** 落款, e.g. “诚信广元编辑部（示例）”. */
  issuer: string;
  /** Whom a village calls, also when something must come down. */
  contact: { desk: string; phone: string };
  /** Packs go to `<dir>/<year>/<day>-s<serial>-v<version>-<deliveryId>/`. */
  dir: string;
}
