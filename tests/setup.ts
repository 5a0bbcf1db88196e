import fc from 'fast-check';

/*
 * Property tests use the same cases in every run, so that a change is judged by what it changes.
 * PENCHANT_SEED=<number> looks at others: `PENCHANT_SEED=$RANDOM npm test -- --unit`.
 */
const seed = Number(process.env['PENCHANT_SEED'] ?? 20240415);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
