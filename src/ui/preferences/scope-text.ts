import { t } from '../../browser/text.ts';
import type { Scope } from '../../learning/types.ts';

/** Where a preference holds, in a few words. */
export function scopeText(scope: Scope): string {
  switch (scope.kind) {
    case 'everywhere':
      return t('scope_everywhere');
    case 'nearby':
      return t('scope_nearby');
    case 'task':
      return t(`scope_task_${scope.task}`);
    case 'site':
      return t('scope_site', scope.site);
    case 'domain':
      return t('scope_domain', scope.domain);
    case 'recipient':
      return t('scope_recipient', scope.address);
  }
}
