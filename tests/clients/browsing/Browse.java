import java.sql.*;

/** Asks pgjdbc for everything that DatabaseMetaData can tell, then for rows. java -cp JAR Browse.java URL USER PASSWORD */
public class Browse {
    static void drain(ResultSet rows) throws SQLException {
        try (rows) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) rows.getObject(i);
            }
        }
    }

    static void schema(DatabaseMetaData told) throws SQLException {
        drain(told.getCatalogs());
        drain(told.getSchemas());
        drain(told.getSchemas(null, "public"));
        drain(told.getTableTypes());
        drain(told.getTypeInfo());
        drain(told.getTables(null, null, "%", null));
        drain(told.getTables(null, "public", "%", new String[] {"TABLE", "VIEW"}));
        drain(told.getProcedures(null, "public", "%"));
        drain(told.getProcedureColumns(null, "public", "%", "%"));
        drain(told.getFunctions(null, "public", "%"));
        drain(told.getFunctionColumns(null, "public", "%", "%"));
        drain(told.getUDTs(null, "public", "%", null));
        drain(told.getClientInfoProperties());
        told.getSQLKeywords();
        told.getNumericFunctions();
        told.getMaxColumnNameLength();
        told.getDatabaseProductVersion();
        told.getDefaultTransactionIsolation();
    }

    static void table(DatabaseMetaData told, String name) throws SQLException {
        drain(told.getColumns(null, "public", name, "%"));
        drain(told.getPrimaryKeys(null, "public", name));
        drain(told.getImportedKeys(null, "public", name));
        drain(told.getExportedKeys(null, "public", name));
        drain(told.getCrossReference(null, "public", name, null, "public", "befolkning"));
        drain(told.getIndexInfo(null, "public", name, false, true));
        drain(told.getBestRowIdentifier(null, "public", name, DatabaseMetaData.bestRowSession, true));
        drain(told.getVersionColumns(null, "public", name));
        drain(told.getTablePrivileges(null, "public", name));
        drain(told.getColumnPrivileges(null, "public", name, "%"));
    }

    static void rows(Connection connection) throws SQLException {
        String asked = "select aar, kommune, udgift_kr, opgjort_pr from regnskab where kommune = ? and aar = ?";
        try (PreparedStatement statement = connection.prepareStatement(asked)) {
            for (int time = 0; time < 7; time++) { // the sixth is prepared on the server and answered in binary
                statement.setString(1, "Varde");
                statement.setInt(2, 2024);
                ResultSetMetaData told = statement.getMetaData();
                for (int i = 1; i <= told.getColumnCount(); i++) {
                    told.getColumnTypeName(i);
                    told.isNullable(i);
                    told.isAutoIncrement(i);
                    told.getTableName(i);
                    told.getSchemaName(i);
                }
                drain(statement.executeQuery());
            }
            statement.getParameterMetaData().getParameterType(1);
        }
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(2);
            drain(statement.executeQuery("select aar, kommune, udgift_kr from regnskab where aar = 2024"));
        }
        connection.rollback();
        connection.setAutoCommit(true);
        connection.isValid(5);
        connection.getTransactionIsolation();
        connection.getSchema();
        connection.setSchema("public");
    }

    public static void main(String[] given) throws SQLException {
        try (Connection connection = DriverManager.getConnection(given[0], given[1], given[2])) {
            schema(connection.getMetaData());
            table(connection.getMetaData(), "regnskab");
            rows(connection);
        }
    }
}
