package se.fixpunkt.alarms.receiver.sosaccess;

import java.math.BigDecimal;
import java.util.Optional;
import se.fixpunkt.alarms.domain.Position;

/**
 * RT 90 2.5 gon V, the grid of Swedish maps until 2007, into WGS 84. Gauss's conformal projection by Krüger's series; the
 * constants are those that Lantmäteriet published for going straight to SWEREF 99, which is WGS 84 to within a metre.
 */
final class Rt90 {
    private static final double AXIS = 6378137.0;
    private static final double FLATTENING = 1 / 298.257222101;
    private static final double CENTRAL_MERIDIAN = Math.toRadians(15 + 48 / 60.0 + 22.624306 / 3600);
    private static final double SCALE = 1.00000561024;
    private static final double FALSE_NORTHING = -667.711;
    private static final double FALSE_EASTING = 1500064.274;

    private static final double E2 = FLATTENING * (2 - FLATTENING);
    private static final double N = FLATTENING / (2 - FLATTENING);
    private static final double RADIUS = AXIS / (1 + N) * (1 + N * N / 4 + Math.pow(N, 4) / 64);
    private static final double[] DELTA = {
        N / 2 - 2 * N * N / 3 + 37 * Math.pow(N, 3) / 96 - Math.pow(N, 4) / 360,
        N * N / 48 + Math.pow(N, 3) / 15 - 437 * Math.pow(N, 4) / 1440,
        17 * Math.pow(N, 3) / 480 - 37 * Math.pow(N, 4) / 840,
        4397 * Math.pow(N, 4) / 161280
    };
    private static final double[] STAR = {
        E2 + E2 * E2 + Math.pow(E2, 3) + Math.pow(E2, 4),
        -(7 * E2 * E2 + 17 * Math.pow(E2, 3) + 30 * Math.pow(E2, 4)) / 6,
        (224 * Math.pow(E2, 3) + 889 * Math.pow(E2, 4)) / 120,
        -4279 * Math.pow(E2, 4) / 1260
    };

    private Rt90() {}

    /** @return empty for what is far outside of Sweden, where the series means nothing */
    static Optional<Position> position(int north, int east) {
        if (north < 6_000_000 || north > 7_800_000 || east < 1_000_000 || east > 2_000_000) {
            return Optional.empty();
        }
        double xi = (north - FALSE_NORTHING) / (SCALE * RADIUS);
        double eta = (east - FALSE_EASTING) / (SCALE * RADIUS);
        double xiPrime = xi;
        double etaPrime = eta;
        for (int i = 0; i < DELTA.length; i++) {
            double twice = 2.0 * (i + 1);
            xiPrime -= DELTA[i] * Math.sin(twice * xi) * Math.cosh(twice * eta);
            etaPrime -= DELTA[i] * Math.cos(twice * xi) * Math.sinh(twice * eta);
        }
        double sphere = Math.asin(Math.sin(xiPrime) / Math.cosh(etaPrime));
        double longitude = CENTRAL_MERIDIAN + Math.atan(Math.sinh(etaPrime) / Math.cos(xiPrime));
        double series = 0;
        for (int i = STAR.length - 1; i >= 0; i--) {
            series = series * Math.pow(Math.sin(sphere), 2) + STAR[i];
        }
        double latitude = sphere + Math.sin(sphere) * Math.cos(sphere) * series;
        return Optional.of(new Position(
                BigDecimal.valueOf(Math.toDegrees(latitude)), BigDecimal.valueOf(Math.toDegrees(longitude))));
    }
}
