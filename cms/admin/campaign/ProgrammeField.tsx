import type { UIFieldServerComponent } from 'payload';
import '../admin.css';
import './campaign.css';
import { ProgrammePanel } from './ProgrammePanel.tsx';

/** 方案与进展 on a campaign's page; there is nothing to show before it is saved. */
export const ProgrammeField: UIFieldServerComponent = ({ id }) =>
  id === undefined ? (
    <p className="cx-quiet">保存以后，这里显示分工、频次和结果，可以下载方案。</p>
  ) : (
    <ProgrammePanel campaignId={String(id)} />
  );
