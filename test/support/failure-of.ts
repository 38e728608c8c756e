import { Failure } from '../../main/domain/failure.ts';

/** The failure that the work ends with; what else it throws is thrown on. */
export async function failureOf(work: () => unknown): Promise<Failure> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('no failure');
}

/** The code of the failure that the work ends with; `passed` when it ends well. */
export async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'passed';
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
}
