/** An organization that its login no longer lists: nothing more can be proven of it. */
export const listedOrganizations = /* sql */ `
ALTER TABLE organization ADD COLUMN listed INTEGER NOT NULL DEFAULT 1 CHECK (listed IN (0, 1));
`;
