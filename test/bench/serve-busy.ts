import { manualClock } from '../../main/demo/chain-clock.ts';
import { serveChain } from '../../main/demo/serve-chain.ts';

/**
 * A busy demo chain in a process of its own: seed, orders a day, start in UTC milliseconds. Says
 * where it is, then lives at the instants it is told.
 */
const [seed, ordersPerDay, start] = process.argv.slice(2).map(Number);
const clock = manualClock(start!);
const chain = await serveChain({ clock, seed, ordersPerDay });
process.on('message', (now: number) => clock.set(now));
process.on('disconnect', () => process.exit());
process.send!({ address: chain.address, apiLogin: chain.apiLogin });
