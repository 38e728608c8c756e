import { Marker, type Map as MapLibre } from 'maplibre-gl';
import type { ZoneMap } from '../../../../main/contract/zones.ts';
import styles from './zone-map.module.css';

/** Venues and terminals as marks with their names. */
export function placeMarkers(map: MapLibre): Readonly<{ show(places: ZoneMap['places']): void }> {
  let markers: Marker[] = [];
  return {
    show(places) {
      markers.forEach((marker) => marker.remove());
      markers = places.map(({ name, at }) => {
        const element = document.createElement('div');
        element.className = styles['place']!;
        element.title = name;
        const marker = new Marker({ element }).setLngLat([...at]).addTo(map);
        element.ariaLabel = name;
        element.role = 'img';
        return marker;
      });
    },
  };
}
