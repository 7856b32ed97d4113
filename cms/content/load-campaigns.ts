import { type StarterCampaign, campaignSchema } from './campaign-schema.ts';
import { ContentError } from './content-error.ts';
import { listFiles, stem } from './list-files.ts';
import { loadChannels } from './load-channels.ts';
import { mustMatch } from './load-named.ts';
import { loadStories } from './load-stories.ts';
import { parseContent } from './parse-content.ts';
import { readYaml } from './read-yaml.ts';

interface Known {
  occasions: Set<string>;
  stories: Set<string>;
  channels: Set<string>;
}

/**
 * Every campaign of `content/campaigns/<year>/`, by year and slug; occasions, stories and channels are checked.
 * @throws ContentError
 */
export async function loadCampaigns(root: string): Promise<StarterCampaign[]> {
  const known: Known = {
    occasions: new Set((await listFiles(root, 'content/occasions', '.yaml')).map(stem)),
    stories: new Set((await loadStories(root)).map((story) => story.slug)),
    channels: new Set((await loadChannels(root)).map((channel) => channel.id)),
  };
  const files = await listFiles(root, 'content/campaigns', '.yaml');
  return Promise.all(
    files.map(async (file) => {
      const campaign = parseContent(campaignSchema, await readYaml(root, file), file);
      mustMatch(file, 'slug', campaign.slug, stem(file));
      mustMatch(file, 'year', String(campaign.year), file.split('/').at(-2) ?? '');
      mustKnow(file, campaign, known);
      return campaign;
    }),
  );
}

function mustKnow(file: string, campaign: StarterCampaign, known: Known): void {
  if (!known.occasions.has(campaign.occasion)) {
    throw new ContentError(
      file,
      `字段“occasion”写的节点“${campaign.occasion}”不存在，请改成 content/occasions/ 里的文件名。`,
    );
  }
  const aimless = campaign.goals.find(({ channel }) => !known.channels.has(channel));
  if (aimless)
    throw new ContentError(
      file,
      `字段“goals”里的渠道“${aimless.channel}”不存在，请改成 content/channels/ 里的文件名。`,
    );
  for (const post of campaign.posts) {
    if (!known.stories.has(post.story)) {
      throw new ContentError(
        file,
        `字段“posts”里“${post.slug}”要推的稿件“${post.story}”不存在，请改成 content/stories/ 里的文件名。`,
      );
    }
    const stranger = post.channels.find((id) => !known.channels.has(id));
    if (stranger) {
      throw new ContentError(
        file,
        `字段“posts”里“${post.slug}”的渠道“${stranger}”不存在，请改成 content/channels/ 里的文件名。`,
      );
    }
  }
}
