import type { UIFieldServerComponent } from 'payload';
import '../admin.css';
import '../account/account.css';
import './saved.css';
import { SavedBar } from './SavedBar.tsx';

/** Stands first in every form. */
export const SavedField: UIFieldServerComponent = () => <SavedBar />;
