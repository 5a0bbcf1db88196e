import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where this system keeps what a program can make again: ours is the practice profile. */
export function cacheFolder(): string {
  const local = process.env['LOCALAPPDATA'];
  if (process.platform === 'win32' && local) return join(local, 'penchant-practice');
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/penchant-practice');
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'penchant-practice');
}
