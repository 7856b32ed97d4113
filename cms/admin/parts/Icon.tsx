import '../admin.css';
import { Seal } from './Seal.tsx';

/** In the breadcrumbs, the way home. */
export const Icon = () => <Seal size={20} />;
