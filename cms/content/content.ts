import type { Payload } from 'payload';
import { loadOccasions } from '../../campaigns/calendar/load-occasions.ts';
import { loadWorkdays } from '../../campaigns/calendar/load-workdays.ts';
import { loadProgrammeRules } from '../../campaigns/programme/load-rules.ts';
import { loadCampaigns } from './load-campaigns.ts';
import { loadChannels } from './load-channels.ts';
import { loadColumns } from './load-columns.ts';
import { loadGatePolicy } from './load-gate-policy.ts';
import { loadLexicons } from './load-lexicons.ts';
import { loadListTypes } from './load-list-types.ts';
import { loadMaterials } from './load-materials.ts';
import { loadNightlyTerms } from './load-nightly-terms.ts';
import { loadNominationTerms } from './load-nomination-terms.ts';
import { loadRecallTerms } from './load-recall-terms.ts';
import { loadRegion } from './load-region.ts';
import { loadReprintSources } from './load-reprint-sources.ts';
import { loadReviewTerms } from './load-review-terms.ts';
import { loadSchoolRules } from './load-school-rules.ts';
import { loadStories } from './load-stories.ts';

/** Where an installation's data files lie, and which city it speaks for. */
export interface ContentPlace {
  /** The folder above `content/`. */
  root: string;
  /** File name of the city under `content/region/`. */
  city: string;
}

/**
 * Everything that people set in files of `content/`: opened once for an installation and handed on with its CMS
 * (`contentOf`), so that nobody decides for himself where the files lie or which city is meant. Each part is read when it is
 * first asked for and kept while its files are untouched; a version that cannot be used changes nothing (`lastGood`).
 * Each throws ContentError, one Chinese sentence, as long as its files have never been whole.
 */
export const openContent = (place: ContentPlace) => {
  const { city, root } = place;
  return {
    place,
    region: () => loadRegion(root, city),
    occasions: () => loadOccasions(root),
    workdays: () => loadWorkdays(root),
    channels: () => loadChannels(root),
    /** By id, as people know them. */
    channelNames: async () => new Map((await loadChannels(root)).map(({ id, name }) => [id, name])),
    programmeRules: () => loadProgrammeRules(root),
    recallTerms: () => loadRecallTerms(root),
    reviewTerms: () => loadReviewTerms(root),
    nominationTerms: () => loadNominationTerms(root),
    nightlyTerms: () => loadNightlyTerms(root),
    gatePolicy: () => loadGatePolicy(root),
    schoolRules: () => loadSchoolRules(root),
    reprintSources: () => loadReprintSources(root),
    lexicons: () => loadLexicons(root),
    listTypes: () => loadListTypes(root),
    // What rows are made of at a first start.
    columns: () => loadColumns(root),
    stories: () => loadStories(root),
    materials: () => loadMaterials(root),
    campaigns: () => loadCampaigns(root),
  };
};

export type Content = ReturnType<typeof openContent>;

const key = 'content';

/** What the CMS's configuration carries, so that every room finds the content of its own installation. */
export const contentConfig = (content: Content): Record<string, Content> => ({ [key]: content });

/** The content of this CMS's installation. */
export const contentOf = (payload: Payload): Content => (payload.config.custom as Record<string, Content>)[key]!;
