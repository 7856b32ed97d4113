import type { UIFieldServerComponent } from 'payload';
import '../../admin.css';
import './desk.css';
import { StoryDesk } from './StoryDesk.tsx';

/** Checks, limits, previews and what is not saved yet, for the story that is open. */
export const DeskField: UIFieldServerComponent = ({ id }) => <StoryDesk storyId={id === undefined ? null : String(id)} />;
