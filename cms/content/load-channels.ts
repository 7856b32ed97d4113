import { type StarterChannel, channelSchema } from './channel-schema.ts';
import { loadNamed } from './load-named.ts';

/** Every channel account of `content/channels/`, by id. @throws ContentError */
export function loadChannels(root: string = process.cwd()): Promise<StarterChannel[]> {
  return loadNamed(root, 'content/channels', channelSchema, (channel) => channel.id, 'id');
}
