import { z } from 'zod';

// zod would try `new Function`, which our content security policy forbids and reports each time.
z.config({ jitless: true });

export { z };
