'use client';
import { useDocumentInfo } from '@payloadcms/ui';
import './checking.css';

/** The list as a file: for people a spreadsheet, for other installations YAML. */
export const LexiconFiles = () => {
  const { id } = useDocumentInfo();
  if (id === undefined) return null;
  return (
    <p className="cx-buttons">
      <a className="cx-button" href={`/api/lexicons/${id}/export.xlsx`}>
        导出 XLSX
      </a>
      <a className="cx-button" href={`/api/lexicons/${id}/export.yaml`}>
        导出 YAML
      </a>
    </p>
  );
};
