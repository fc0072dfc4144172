package se.fixpunkt.alarms.receiver.sosaccess;

import java.math.BigDecimal;
import java.util.Optional;
import se.fixpunkt.alarms.domain.Position;

/**
 * RT 90 2.5 gon V, the grid of Swedish maps until 2007, into WGS 84. Gauss's conformal projection by Krüger's series on the
 * ellipsoid GRS 80; the constants are those that Lantmäteriet published for going straight to SWEREF 99, which is WGS 84 to
 * within a metre.
 */
final class Rt90 {
    private Rt90() {}

    /** @return empty for what is far outside of Sweden, where the series means nothing */
    static Optional<Position> position(int north, int east) {
        if (north < 6_000_000 || north > 7_800_000 || east < 1_000_000 || east > 2_000_000) {
            return Optional.empty();
        }
        double flattening = 1 / 298.257222101;
        double n = flattening / (2 - flattening);
        double radius = 6_378_137.0 / (1 + n) * (1 + n * n / 4 + Math.pow(n, 4) / 64);
        double scale = 1.00000561024 * radius;
        double xi = (north + 667.711) / scale;
        double eta = (east - 1_500_064.274) / scale;
        double[] series = {
            n / 2 - 2 * n * n / 3 + 37 * Math.pow(n, 3) / 96 - Math.pow(n, 4) / 360,
            n * n / 48 + Math.pow(n, 3) / 15 - 437 * Math.pow(n, 4) / 1440,
            17 * Math.pow(n, 3) / 480 - 37 * Math.pow(n, 4) / 840,
            4397 * Math.pow(n, 4) / 161_280
        };
        double northOnSphere = xi;
        double eastOnSphere = eta;
        for (int i = 0; i < series.length; i++) {
            double twice = 2.0 * (i + 1);
            northOnSphere -= series[i] * Math.sin(twice * xi) * Math.cosh(twice * eta);
            eastOnSphere -= series[i] * Math.cos(twice * xi) * Math.sinh(twice * eta);
        }
        double conformal = Math.asin(Math.sin(northOnSphere) / Math.cosh(eastOnSphere));
        double meridian = Math.toRadians(15 + 48 / 60.0 + 22.624306 / 3600);
        double longitude = meridian + Math.atan(Math.sinh(eastOnSphere) / Math.cos(northOnSphere));
        return Optional.of(new Position(degrees(geodetic(conformal, flattening)), degrees(longitude)));
    }

    /** The latitude on the ellipsoid that belongs to one on the conformal sphere. */
    private static double geodetic(double conformal, double flattening) {
        double e = flattening * (2 - flattening);
        double[] series = {
            e + e * e + Math.pow(e, 3) + Math.pow(e, 4),
            -(7 * e * e + 17 * Math.pow(e, 3) + 30 * Math.pow(e, 4)) / 6,
            (224 * Math.pow(e, 3) + 889 * Math.pow(e, 4)) / 120,
            -4279 * Math.pow(e, 4) / 1260
        };
        double sine = Math.sin(conformal);
        double sum = 0;
        for (int i = series.length - 1; i >= 0; i--) {
            sum = sum * sine * sine + series[i];
        }
        return conformal + sine * Math.cos(conformal) * sum;
    }

    private static BigDecimal degrees(double radians) {
        return BigDecimal.valueOf(Math.toDegrees(radians));
    }
}
