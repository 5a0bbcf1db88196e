import { useEffect, useState } from 'preact/hooks';
import { call } from '../../browser/call.ts';
import { t } from '../../browser/text.ts';
import type { Settings } from '../../protocol/settings.ts';
import { Choices } from '../parts/choices.tsx';
import { FaultNotice } from '../parts/notice.tsx';
import { SavedMark } from '../parts/saved-mark.tsx';
import { Section } from '../parts/section.tsx';
import { useAct } from '../use-act.ts';
import { EncoderStatus } from './encoder-status.tsx';
import { createEncoderWatch } from './encoder-watch.ts';
import type { SettingsBook } from './settings-book.ts';

/** How mails like the one being written are found. */
export function EncoderSection({ book, settings }: { book: SettingsBook; settings: Settings }) {
  const [watch] = useState(createEncoderWatch);
  const saving = useAct();
  const looking = useAct();
  useEffect(() => {
    void looking.act(watch.look);
    return watch.stop;
  }, [watch, looking.act]);

  const choose = (encoder: Settings['encoder']): void =>
    void saving.act(async () => {
      const saved = book.change((now) => ({ ...now, encoder }));
      // Putting the model to use takes a while, and its progress is worth seeing.
      await Promise.all([saved, watch.look()]);
      await watch.look();
    });
  const fetchModel = (): void =>
    void looking.act(async () => {
      await call('encoder.fetch', {});
      await watch.look();
    });

  return (
    <Section
      title={t('options_encoder')}
      intro={t('options_encoder_intro')}
      aside={<SavedMark state={saving} />}
    >
      <Choices
        legend={t('options_encoder')}
        value={settings.encoder}
        onChoose={choose}
        choices={[
          {
            value: 'lexical',
            label: t('options_encoder_lexical'),
            hint: t('options_encoder_lexical_hint'),
          },
          {
            value: 'minilm',
            label: t('options_encoder_minilm'),
            hint: t('options_encoder_minilm_hint'),
          },
        ]}
      />
      {settings.encoder === 'minilm' && watch.state.value && (
        <div class="below">
          <EncoderStatus state={watch.state.value} busy={looking.busy} onFetch={fetchModel} />
        </div>
      )}
      <FaultNotice fault={looking.fault} />
    </Section>
  );
}
