export { ContentError } from '../../campaigns/calendar/content-error.ts';
