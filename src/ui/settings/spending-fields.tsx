import { useEffect, useState } from 'preact/hooks';
import { call } from '../../browser/call.ts';
import { t } from '../../browser/text.ts';
import { isLoopback, type Settings } from '../../protocol/settings.ts';
import type { Spending } from '../../protocol/spending.ts';
import { amountText, dollarsText, numberText } from '../format.ts';
import { FaultNotice } from '../parts/notice.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useAct } from '../use-act.ts';
import { amount, pricesOf, pricesText } from './prices-text.ts';

type Writer = Settings['writer'];
const mostCap = 100_000;

/** What the server costs, what was spent this month, and where to stop. */
export function SpendingFields(props: {
  writer: Writer;
  onSave: (change: Partial<Writer>) => void;
}) {
  const { writer, onSave } = props;
  const [spending, setSpending] = useState<Spending | null>(null);
  const { act, fault } = useAct();
  useEffect(() => {
    void act(async () => setSpending((await call('spending.read', {})).spending));
  }, [act]);
  const isFree = isLoopback(new URL(writer.baseUrl).hostname);
  const isCap = (text: string): boolean => text === '' || (amount(text, mostCap) ?? 0) > 0;
  return (
    <>
      <div>
        <h3>{t('options_cost')}</h3>
        <p class="hint">{spending && spent(spending)}</p>
        <FaultNotice fault={fault} />
      </div>
      {!isFree && (
        <>
          <TextField
            label={t('options_prices')}
            hint={t('options_prices_hint')}
            value={pricesText(writer.prices)}
            narrow
            maxLength={40}
            problem={(text) => (pricesOf(text) === undefined ? t('options_prices_wrong') : null)}
            onCommit={(text) => onSave({ prices: pricesOf(text) ?? null })}
          />
          <TextField
            label={t('options_cap')}
            hint={t(
              writer.monthlyCap !== null && !writer.prices
                ? 'options_cap_unpriced'
                : 'options_cap_hint',
            )}
            value={writer.monthlyCap === null ? '' : amountText(writer.monthlyCap)}
            inputMode="decimal"
            narrow
            problem={(text) => (isCap(text) ? null : t('options_cap_wrong'))}
            onCommit={(text) => onSave({ monthlyCap: amount(text, mostCap) })}
          />
        </>
      )}
    </>
  );
}

/** The month in one sentence, with what a draft cost where anything had a price. */
function spent({ drafts, calls, inputTokens, outputTokens, cost, unpriced }: Spending): string {
  if (calls === 0) return t('options_spent_nothing');
  const tokens = numberText(inputTokens + outputTokens);
  if (cost === 0) return t('options_spent_tokens', numberText(drafts), numberText(calls), tokens);
  const each = drafts === 0 ? cost : cost / drafts;
  const sentence = t(
    'options_spent',
    numberText(drafts),
    numberText(calls),
    tokens,
    dollarsText(cost),
    dollarsText(each),
  );
  return unpriced === 0
    ? sentence
    : `${sentence} ${t('options_spent_unpriced', numberText(unpriced))}`;
}
