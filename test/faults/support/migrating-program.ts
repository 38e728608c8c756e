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

/** A trigger has statements of its own and ends with them. */
function statementsOf(text: string): readonly string[] {
  const whole: string[] = [];
  let open = '';
  for (const part of text.split(/(?<=;)\n/)) {
    open += `${part}\n`;
    if (/^\s*CREATE TRIGGER/m.test(open) && !/END;\s*$/.test(open)) continue;
    if (open.trim() !== '') whole.push(open);
    open = '';
  }
  return whole;
}

Database.prototype.exec = function exec(text: string) {
  left -= 1;
  if (left >= 0) return real.call(this, text);
  const statements = statementsOf(text);
  for (const statement of statements.slice(0, Math.ceil(statements.length / 2))) {
    real.call(this, statement);
  }
  process.kill(process.pid, 'SIGKILL');
  return this;
};

openWritable(path!);
