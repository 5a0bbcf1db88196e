import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { mostBytes } from '../../protocol/backup.ts';
import { sizeText } from '../format.ts';
import { Button } from '../parts/button.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { Working } from '../parts/working.tsx';
import { useAct } from '../use-act.ts';

interface ExportRowProps {
  readonly title: string;
  readonly hint: string;
  /** Without the day and the ending. */
  readonly fileName: string;
  readonly ending: string;
  readonly make: (onShare: (share: number) => void) => Promise<Blob>;
}

interface Made {
  readonly href: string;
  readonly name: string;
  readonly size: number;
}

/** One kind of file: made when asked for, and then saved by a link, because only a person may download. */
export function ExportRow({ title, hint, fileName, ending, make }: ExportRowProps) {
  const [share, setShare] = useState(0);
  const [made, setMade] = useState<Made | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  const { busy, fault, act } = useAct();
  useEffect(() => {
    if (!made) return undefined;
    return () => URL.revokeObjectURL(made.href);
  }, [made]);
  const ready = busy ? null : made;
  useEffect(() => {
    // It stands where the button was that had the focus.
    if (ready) link.current?.focus();
  }, [ready]);
  const begin = (): void => {
    setShare(0);
    void act(async () => {
      const blob = await make(setShare);
      const day = new Date().toISOString().slice(0, 10);
      const name = `${fileName}-${day}.${ending}`;
      setMade({ href: URL.createObjectURL(blob), name, size: blob.size });
    });
  };
  return (
    <div class="dash-row">
      <div>
        <h3>{title}</h3>
        <p class="hint">{hint}</p>
        {busy && <Working label={t('backup_making')} share={share} />}
        {ready && ending === 'json' && ready.size > mostBytes && (
          <p class="problem">{t('backup_too_large_to_read', sizeText(mostBytes))}</p>
        )}
        <FaultNotice fault={fault} />
      </div>
      {ready ? (
        <a class="button main" ref={link} href={ready.href} download={ready.name}>
          {t('backup_save', ready.name, sizeText(ready.size))}
        </a>
      ) : (
        <Button busy={busy} label={t('backup_make_of', title)} onClick={begin}>
          {t('backup_make')}
        </Button>
      )}
    </div>
  );
}
