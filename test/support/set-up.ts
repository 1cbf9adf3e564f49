import { compileForTests } from './compiled.js';

/** Before all tests; what it gives back is done after them. */
export default compileForTests;
