import java.math.BigDecimal;
import java.sql.*;
import java.util.*;

/**
 * Puts questions through pgjdbc and prints each answer as a line `name TAB JSON`, a list of rows of texts.
 * java -cp JAR Ask.java URL USER PASSWORD SLOW ALL BY_PARAMETERS OF_YEARS NO_COLUMN EVERY_TYPE
 */
public class Ask {
    interface Question {
        List<List<String>> ask() throws SQLException;
    }

    static String quoted(String text) {
        if (text == null) return "null";
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    static void tell(String name, Question question) {
        StringJoiner rows = new StringJoiner(", ", "[", "]");
        try {
            for (List<String> row : question.ask()) {
                StringJoiner cells = new StringJoiner(", ", "[", "]");
                for (String cell : row) cells.add(quoted(cell));
                rows.add(cells.toString());
            }
            System.out.println(name + "\t" + rows);
        } catch (SQLException fault) {
            System.out.println(name + "\t[[\"fault\", " + quoted(fault.getSQLState()) + ", "
                    + quoted(fault.getMessage()) + "]]");
        }
    }

    static List<List<String>> rows(ResultSet found) throws SQLException {
        List<List<String>> told = new ArrayList<>();
        try (found) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    Object value = found.getObject(i);
                    row.add(value instanceof BigDecimal number ? number.toPlainString() : Objects.toString(value, null));
                }
                told.add(row);
            }
        }
        return told;
    }

    /** Only the named columns, which is what DatabaseMetaData's readers take. */
    static List<List<String>> some(ResultSet found, String... names) throws SQLException {
        List<List<String>> told = new ArrayList<>();
        try (found) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (String name : names) row.add(found.getString(name));
                told.add(row);
            }
        }
        return told;
    }

    static List<List<String>> catalogue(DatabaseMetaData told, String what) throws SQLException {
        String[] tables = {"TABLE", "VIEW"};
        return switch (what) {
            case "tables" -> some(told.getTables(null, "public", "%", tables), "TABLE_SCHEM", "TABLE_NAME", "REMARKS");
            case "columns" -> some(told.getColumns(null, "public", "regnskab", "%"),
                    "COLUMN_NAME", "TYPE_NAME", "DATA_TYPE", "REMARKS", "ORDINAL_POSITION");
            case "schemas" -> some(told.getSchemas(), "TABLE_SCHEM");
            case "catalogs" -> some(told.getCatalogs(), "TABLE_CAT");
            case "primary" -> rows(told.getPrimaryKeys(null, "public", "regnskab"));
            case "imported" -> rows(told.getImportedKeys(null, "public", "regnskab"));
            case "exported" -> rows(told.getExportedKeys(null, "public", "regnskab"));
            case "indexes" -> rows(told.getIndexInfo(null, "public", "regnskab", false, true));
            case "functions" -> rows(told.getFunctions(null, "public", "%"));
            case "procedures" -> rows(told.getProcedures(null, "public", "%"));
            case "types" -> some(told.getTypeInfo(), "TYPE_NAME");
            case "version" -> List.of(List.of(told.getDatabaseProductName(), told.getDatabaseProductVersion()));
            default -> throw new IllegalArgumentException(what);
        };
    }

    /** The last of some answers to the prepared statement; from the sixth on it is the server's own, in binary. */
    static List<List<String>> prepared(Connection connection, String sql, int times) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            List<List<String>> told = List.of();
            for (int time = 0; time < times; time++) {
                statement.setString(1, "Varde");
                statement.setInt(2, 2024);
                told = rows(statement.executeQuery());
            }
            return told;
        }
    }

    static List<List<String>> described(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ParameterMetaData parameters = statement.getParameterMetaData();
            ResultSetMetaData columns = statement.getMetaData();
            List<List<String>> told = new ArrayList<>();
            for (int i = 1; i <= parameters.getParameterCount(); i++) {
                told.add(List.of("parameter", parameters.getParameterTypeName(i)));
            }
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                told.add(List.of(columns.getColumnName(i), columns.getColumnTypeName(i)));
            }
            return told;
        }
    }

    static List<List<String>> inPortions(Connection connection, String sql, int size) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(size);
            return rows(statement.executeQuery(sql));
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    static List<List<String>> listed(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("int4", new Integer[] {2022, 2023}));
            return rows(statement.executeQuery());
        }
    }

    static List<List<String>> cancelled(Connection connection, String slow) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Thread canceller = new Thread(() -> {
                try {
                    Thread.sleep(500);
                    statement.cancel();
                } catch (InterruptedException | SQLException fault) {
                    throw new IllegalStateException(fault);
                }
            });
            canceller.start();
            return rows(statement.executeQuery(slow));
        }
    }

    static List<List<String>> plain(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return rows(statement.executeQuery(sql));
        }
    }

    static List<List<String>> limited(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(4);
            return rows(statement.executeQuery(sql));
        }
    }

    public static void main(String[] given) throws SQLException {
        try (Connection connection = DriverManager.getConnection(given[0], given[1], given[2])) {
            String slow = given[3], all = given[4], byParameters = given[5];
            for (String what : List.of("tables", "columns", "schemas", "catalogs", "primary", "imported", "exported",
                    "indexes", "functions", "procedures", "types", "version")) {
                tell(what, () -> catalogue(connection.getMetaData(), what));
            }
            tell("all", () -> plain(connection, all));
            tell("limited", () -> limited(connection, all));
            tell("portions", () -> inPortions(connection, all, 7));
            tell("once", () -> prepared(connection, byParameters, 1));
            tell("often", () -> prepared(connection, byParameters, 8));
            tell("described", () -> described(connection, byParameters));
            tell("listed", () -> listed(connection, given[6]));
            tell("no column", () -> plain(connection, given[7]));
            tell("every type", () -> plain(connection, given[8]));
            tell("cancelled", () -> cancelled(connection, slow));
            tell("after", () -> plain(connection, "select 1"));
        }
    }
}
