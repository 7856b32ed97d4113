import type { UIFieldServerComponent } from 'payload';
import '../../admin.css';
import './desk.css';
import { StoryDesk } from './StoryDesk.tsx';

/** Checks, limits and previews for the story that is open. */
export const DeskField: UIFieldServerComponent = ({ id }) => (
  <StoryDesk storyId={id === undefined ? null : String(id)} />
);
