/** A square of about 3 by 5 kilometres whose lower left corner stands at a longitude, closed. */
export const square = (longitude = 37.5): string =>
  [
    [0, 0],
    [0.05, 0],
    [0.05, 0.05],
    [0, 0.05],
    [0, 0],
  ]
    .map(([x, y]) => `${Number((longitude + x!).toFixed(6))},${55.7 + y!},0`)
    .join('\n');

/** A polygon of KML around such a square. */
export const polygon = (longitude = 37.5): string =>
  `<Polygon><outerBoundaryIs><LinearRing><coordinates>${square(longitude)}</coordinates></LinearRing></outerBoundaryIs></Polygon>`;

/** A placemark with a name and whatever else. */
export const placemark = (name: string, inside = polygon()): string =>
  `<Placemark><name>${name}</name>${inside}</Placemark>`;

/** A KML file around what is given. */
export const kml = (inside: string): Uint8Array =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Районы</name>${inside}</Document></kml>`,
  );
