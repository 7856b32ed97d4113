import type { Choices } from '../fields/choice.ts';
import type { Content } from '../content/content.ts';

/** Reads the options of selects from `content/`: adding an occasion or a channel touches one YAML file. */
export async function loadChoices(content: Content): Promise<Choices> {
  const [occasions, channels] = await Promise.all([content.occasions(), content.channels()]);
  return {
    occasions: occasions.map(({ slug, name }) => ({ value: slug, label: name })),
    channels: channels.map(({ id, name }) => ({ value: id, label: name })),
  };
}
