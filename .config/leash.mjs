// Loaded into a process that a test starts (`node --import`): it ends when whoever started it is gone, however that died.
import '../scripts/cli/quick-imports.ts';

process.channel?.unref();
process.on('disconnect', () => process.exit(1));
// What it starts itself is on its own account: a fork would be given these words too.
const at = process.execArgv.indexOf(import.meta.url);
if (at > 0) process.execArgv.splice(at - 1, 2);
