import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Journeys wait more than they compute, so they begin first: at the end nobody waits for one of them alone. */
export class JourneysFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => (moduleId.includes('/test/journeys/') ? 0 : 1);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
