import type { UIFieldServerComponent } from 'payload';
import '../admin.css';
import './review.css';
import { readEnv } from '../../env.ts';
import { ReviewPanel } from './ReviewPanel.tsx';

/** The review panel on a story's page; a story must be saved once before it can be handed in. */
export const ReviewField: UIFieldServerComponent = ({ id }) => (
  <ReviewPanel siteUrl={readEnv().siteUrl} storyId={id === undefined ? null : String(id)} />
);
