import './backup.css';
import { t } from '../../browser/text.ts';
import { Section } from '../parts/section.tsx';
import { ExportRow } from './export-row.tsx';
import { ImportSection } from './import-section.tsx';
import { makeBackup, makeMarkdown, makePairs } from './make-file.ts';

/** Taking everything out of this browser, and bringing it in again. */
export function BackupView({ onSettings }: { onSettings: () => Promise<void> }) {
  return (
    <>
      <Section title={t('backup_export')} intro={t('backup_export_intro')}>
        <ExportRow
          title={t('backup_json')}
          hint={t('backup_json_hint')}
          fileName="penchant-backup"
          ending="json"
          make={makeBackup}
        />
        <ExportRow
          title={t('backup_markdown')}
          hint={t('backup_markdown_hint')}
          fileName="penchant-preferences"
          ending="md"
          make={makeMarkdown}
        />
        <ExportRow
          title={t('backup_pairs')}
          hint={t('backup_pairs_hint')}
          fileName="penchant-pairs"
          ending="jsonl"
          make={makePairs}
        />
      </Section>
      <ImportSection onSettings={onSettings} />
    </>
  );
}
