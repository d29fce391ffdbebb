"""The composer: own words on the left, as each network shows them on the right."""
