import { matrixOf } from './matrix.ts';

matrixOf('firefox');
