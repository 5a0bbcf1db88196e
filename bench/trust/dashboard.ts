import { hrefOf, views } from '../../src/ui/options/route.ts';

/** Every view of the dashboard, by its address. */
export const dashboard: readonly string[] = views.map((view) => `options.html${hrefOf(view)}`);
