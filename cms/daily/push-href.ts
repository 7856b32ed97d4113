/** Where a post without a campaign is looked at, confirmed and changed. */
export const pushHref = (postId: string): string => `/admin/push?post=${postId}`;

/** Where one is asked for. */
export const newPushHref = (storyId: string): string => `/admin/push?story=${storyId}`;
