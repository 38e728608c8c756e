import Database from 'better-sqlite3';
import { openWritable } from '../../../main/store/database.ts';

/*
 * node migrating-program.ts <store> <step>
 *
 * Opens a store of an earlier schema and dies, as by a power cut, in the middle of the step: half of
 * its statements are done.
 */
const [path, step] = process.argv.slice(2);
let left = Number(step);
const real = Database.prototype.exec;

Database.prototype.exec = function exec(text: string) {
  left -= 1;
  if (left >= 0) return real.call(this, text);
  const statements = text.split(/;\n/);
  for (const statement of statements.slice(0, Math.ceil(statements.length / 2))) {
    if (statement.trim() !== '') real.call(this, `${statement};`);
  }
  process.kill(process.pid, 'SIGKILL');
  return this;
};

openWritable(path!);
