import type { Payload } from 'payload';
import type { StarterCampaign } from '../../content/campaign-schema.ts';
import type { MayPublish } from './is-shipped.ts';
import { missing } from './missing.ts';
import { seedId } from './seed-id.ts';
import { storySeedId } from './seed-stories.ts';

/** Makes the starter's campaigns and their posts; those that staff deleted come back, those they changed stay. @returns how many are new. */
export async function seedCampaigns(payload: Payload, campaigns: StarterCampaign[], may: MayPublish): Promise<number> {
  const idOf = ({ year, slug }: StarterCampaign) => seedId('campaign', `${year}/${slug}`);
  const absent = await missing(payload, 'campaigns', campaigns.map(idOf));
  for (const campaign of campaigns) {
    const id = idOf(campaign);
    const { posts, state, ...fields } = campaign;
    const isReleased = may(`campaigns/${campaign.year}/${campaign.slug}`, campaign);
    if (absent.has(id)) {
      const data = {
        ...fields,
        id,
        key: '',
        state: state === 'confirmed' && isReleased ? ('confirmed' as const) : ('draft' as const),
        rehearsal: false,
      };
      await payload.create({ collection: 'campaigns', data: data, depth: 0 });
    }
    // Nothing joins a programme that is confirmed already, unless the product brings it.
    if (absent.has(id) || isReleased) await seedPosts(payload, id, posts);
  }
  return absent.size;
}

async function seedPosts(payload: Payload, campaign: string, posts: StarterCampaign['posts']): Promise<void> {
  const idOf = (slug: string) => seedId('post', `${campaign}/${slug}`);
  const absent = await missing(
    payload,
    'posts',
    posts.map(({ slug }) => idOf(slug)),
  );
  for (const post of posts) {
    const id = idOf(post.slug);
    if (absent.has(id))
      await payload.create({
        collection: 'posts',
        data: { ...post, id, key: '', campaign, story: storySeedId(post.story) },
        depth: 0,
      });
  }
}
