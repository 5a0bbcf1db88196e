import { matrixOf } from './matrix.ts';

matrixOf('chromium');
