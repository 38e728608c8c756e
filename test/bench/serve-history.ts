import { serveChain } from '../../main/demo/serve-chain.ts';

/** A demo chain in a process of its own, so that its memory is not the program's: days, orders a day. */
const [historyDays, ordersPerDay] = process.argv.slice(2).map(Number);
const chain = await serveChain({ clock: Date, historyDays, ordersPerDay });
console.log(JSON.stringify({ address: chain.address, serverLogin: chain.serverLogin }));
