import { loadOccasions } from '../../campaigns/calendar/load-occasions.ts';
import { loadChannels } from '../content/load-channels.ts';
import type { Choices } from '../fields/choice.ts';

/** Reads the options of selects from `content/`: adding an occasion or a channel touches one YAML file. */
export async function loadChoices(): Promise<Choices> {
  const [occasions, channels] = await Promise.all([loadOccasions(), loadChannels()]);
  return {
    occasions: occasions.map(({ slug, name }) => ({ value: slug, label: name })),
    channels: channels.map(({ id, name }) => ({ value: id, label: name })),
  };
}
